import type { DoingView, Work } from "../backend/contract";

export const works = {
  place: "いま行っていること",
  titles: {
    open: "計画を開いています",
    keep: "バックアップを取っています",
    copy: "計画の写しを作っています",
    print: "印刷するPDFを作っています",
    look: "表を調べています",
    import: "表を取り込んでいます",
  } as Record<Work, string>,
  doing: {
    opening: "読んでいます",
    copying: "書き写しています",
    checking: "写しを確かめています",
    placing: "頁に並べています",
    writing: "頁を書いています",
    comparing: "計画と比べています",
    saving: "保存しています",
  } as Record<DoingView, string>,
  /** Of one step nobody counts. */
  line: (doing: string, done: number, all: number) => (all > 1 ? `${doing}（${done.toLocaleString("ja")} / ${all.toLocaleString("ja")}）` : `${doing}…`),
  stopped: "途中でやめました。計画は、始める前のままです。書きかけのファイルは残していません。",
  cancel: {
    open: "開くのをやめる",
    keep: "バックアップを取らずに進む",
    copy: "写しをやめる",
    print: "印刷をやめる",
    look: "調べるのをやめる",
    import: "取り込みをやめる",
  } as Record<Work, string>,
};
