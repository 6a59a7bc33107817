import type { ChecklistCounts, ItemFate, ItemState, TakingView } from "../backend/contract";

/** The ministry's lists. */
export const checklists = {
  about: "厚生労働省のチェックリストに、年度ごとに答えます。立入検査で見られるのは、項目ごとの答えと、確かめた日です。",
  help: "「はい」は、この施設が自分で言うことです。ソフトが代わりに付けることはありません。確かめた日と、確かめた人が入って、はじめて1つと数えます。",
  list: "一覧",
  items: "チェックリストの項目",
  which: (edition: string, form: string) => `${edition}　${form}`,
  counts: (counts: ChecklistCounts) =>
    [
      `はい ${counts.yes}`,
      `いいえ ${counts.no}`,
      counts.none > 0 ? `該当なし ${counts.none}` : "",
      counts.unsigned > 0 ? `日か人が無い ${counts.unsigned}` : "",
      `未 ${counts.open}`,
    ]
      .filter(Boolean)
      .join("　"),
  carry: "前の年から引き継ぐ",
  take: "ほかの一覧を取り込む",
  others: (count: number) => `このソフトには、この計画に無い一覧か、別の版が ${count}つあります。`,
  own: "このソフトの一覧",
  folder: "フォルダ・USBメモリから",
  group: (number: string, title: string) => [number, title].filter(Boolean).join(" "),
  head: (target: string, remark: string) => [target && `対象：${target}`, remark].filter(Boolean).join("　"),
  named: (target: string, title: string) => (target ? `${target}：${title}` : title),
  later: (later: string) => `${later}に求められる参考項目です。`,
  unless: (unless: string) => `${unless}は、「該当なし」です。`,
  chapters: (guideline: string, chapters: string) => `${guideline}：${chapters}`,
  source: (source: string) => `題の出典：${source}`,
  about_: "どういうことか",
  round: (round: number) => `${round}回目`,
  notAnswered: "まだ答えない",
  by: "確かめた人",
  byHelp: "名前か、役職。",
  dayHelp: "",
  targetHelp: "「いいえ」のとき、いつまでに「はい」にするか。",
  notCounted: "確かめた日か、確かめた人がまだありません。両方入るまで、数えません。",
  again: (day: string, by: string) => `直前と同じ日と人（${day}、${by}）を入れる`,
  once: "この項目について",
  rule: "規程の条番号",
  ruleHelp: "運用管理規程などの、何条に書いてあるか。",
  minutes: "議事録の日付",
  minutesHelp: "委員会などで決めた日。",
  note: "メモ",
  noteHelp: "今の様子や、できていない理由。",
  write: "ここに書きます",
  proofs: "証跡",
  proofsAbout: "この計画の頁のほかに、本当だと示すもの。紙の置き場所や、ファイル。",
  addProof: "証跡を足す",
  removeProof: "外す",
  removedProof: "証跡を外しました。",
  previous: "前の項目",
  next: "次の項目",
  empty: "この計画には、まだチェックリストがありません。",
  emptyHelp: "このソフトの一覧を取り込むと、令和5・6・7年度の票に答えられます。",
  states: { open: "未", unsigned: "日・人なし", yes: "はい", no: "いいえ", none: "該当なし", "not-asked": "対象外" } satisfies Record<ItemState, string>,
};

/** The change of the year. */
export const carry = {
  title: (from: string, to: string) => `${from}から${to}へ引き継ぐ`,
  about: "項目ごとに、前の年の何に当たるかを見て、引き継ぐものに印を付けます。引き継ぐのは、規程の条番号・メモ・証跡だけです。答えと日付は、今年もう一度確かめて書きます。前の年の答えは変わりません。",
  from: "どの年から",
  fates: { same: "同じ", merged: "まとまった", split: "分かれた", new: "新しい", uncompared: "照合が要る" } satisfies Record<ItemFate, string>,
  item: "今年の項目",
  was: "前の年",
  comes: "引き継ぐもの",
  nothing: "引き継ぐものがありません",
  dropped: "今年の一覧に無い項目",
  act: (count: number) => (count === 0 ? "印を付けた項目を引き継ぐ" : `${count}項目を引き継ぐ`),
  done: (count: number) => `${count}項目の規程・メモ・証跡を引き継ぎました。答えは、今年の分を確かめて書いてください。`,
};

/** Other lists, from the program or a stick. */
export const taking = {
  title: "取り込む一覧",
  states: { new: "新しい一覧", other: "別の版", same: "同じもの" } satisfies Record<TakingView, string>,
  which: (title: string, edition: string) => `${title}（${edition}）`,
  differs: (numbers: string[]) => `違う項目：${numbers.join("、")}`,
  about: "取り込んでも、答えはそのまま残ります。前の版も計画のファイルに残ります。",
  act: "取り込む",
  nothing: "この計画にあるものと同じです。",
  done: (count: number) => `一覧を ${count}つ取り込みました。`,
};
