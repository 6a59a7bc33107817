export const records = {
  draft: "案",
  draftMeans: "「案」は、はじめから入っている文のままの行です。自院に合うか確かめて直し、よければ採用します。",
  draftHelp: "案：用意された内容のままです。確かめてから採用します。",
  empty: (name: string) => `「${name}」は、まだ1件もありません。`,
  noneHere: "この一覧の欄には、当てはまる行がありません。",
  searchAll: (text: string) => `計画の全体から「${text}」をさがす`,
  add: (name: string) => `${name}を足す`,
  tick: "一覧から選ぶ",
  tickTitle: (name: string) => `「${name}」を一覧から選ぶ`,
  tickAbout: "自院にあるものに印を付けると、すぐ一覧に入ります。印を外すと一覧から消えますが、書いたことは残り、もう一度付けると戻ります。",
  draftAlone: "患者さんに関わる文、決める人、はじめから番号の入っている行は、1件ずつ開いて採用します。",
  adopt: "この一覧の案を採用する",
  adoptShort: "案を採用",
  fine: "このままでよい",
  fineOf: (title: string) => `「${title}」は、このままでよい（案の印を外す）`,
  adoptedBy: (title: string, by: string) => `「${title}」を、${by} さんの確認で「案」から外しました。`,
  adoptTitle: "案を採用する",
  adoptAbout: (count: number) => `「案」の印が付いた ${count} 行を、確かめた内容として採用します。採用した人の氏名と日付が残ります。確かめていない行があれば、先にその行を直すか、消してください。`,
  adoptName: "採用する人の氏名",
  adoptDo: "採用する",
  adopted: (count: number) => `${count} 行を採用しました。`,
  withParts: (title: string, parts: [string, number][]) =>
    parts.length > 0 ? `${title}（${parts.map(([part, count]) => `${part} ${count} 件`).join("、")}）` : title,
  up: "上へ",
  down: "下へ",
  remove: "消す",
  removed: (title: string) => `「${title}」を消しました。`,
  /** What becomes of those who use what was removed. */
  used: (kinds: { name: string; count: number; titles: string[] }[]) =>
    `使っていた所：${kinds.map(({ name, count, titles }) => `${name} ${count} 件（${titles.join("、")}${count > titles.length ? "ほか" : ""}）`).join("、")}。そこには「（消された記録）」と出ます。要るときは選び直してください。`,
  undo: "元に戻す",
  toParts: (title: string) => `「${title}」へ`,
  back: "閉じて一覧に戻る",
  untitled: "（名前なし）",
  searchNames: "名前で探す",
  ticked: (names: string[]) => (names.length === 0 ? "まだ印がありません。" : `印のあるもの（${names.length} 件）：${names.join("、")}`),
  noMatch: "その名前のものはありません。",
  count: (count: number) => `${count} 件`,
  drafts: (count: number) => `うち案 ${count} 件`,
  name: "名前",
  pick: "行を選ぶと、ここで書き込めます。",
  unnamed: "名前を書くと、一覧に出ます。",
};

/** What every list has. */
export const lists = {
  search: "この一覧で探す",
  found: (found: number, all: number, drafts: number, hidden: number) =>
    [found === all ? `${all} 件` : `${all} 件のうち ${found} 件`, drafts > 0 && `案 ${drafts}`, hidden > 0 && `ほか ${hidden} 件は探して出します`]
      .filter(Boolean)
      .join("・"),
  previous: "前の行",
  next: "次の行",
  jump: "見出しへ ▾",
  jumps: "この行の見出しへ移る",
  filled: (filled: number, all: number) => `${filled} / ${all} 記入`,
};

/** Links that are ticked under the form of the record they belong to. */
export const ticks = {
  unit: "つながり",
  formUnit: "様式",
  procedure_forms: {
    title: "使う様式",
    about: "この手順で使う様式に印を付けます。手順の頁に番号と頁が刷られ、要る枚数が「在庫」に出ます。",
    none: "先に「様式」の一覧で、使う様式を選んでください。",
    to: "様式の一覧へ",
  },
  card_forms: {
    title: "カードに載せる様式",
    about: "選ばなければ、部署の手順で使う様式が載ります。",
    none: "先に「様式」の一覧で、使う様式を選んでください。",
    to: "様式の一覧へ",
  },
  task_needs: { title: "この業務に要るシステム", about: "ふだん使うものに印を付けます。止まるとこの業務が困るものだけで十分です。", none: "先に「システム」の一覧に、システムを書いてください。", to: "システムの一覧へ" },
  cutoff_stops: {
    title: "この線を抜くと止まるシステム",
    about: "抜くと一緒に止まるものに印を付けます。知らせる手段が止まらないかを、確かめるのに使います。",
    none: "先に「システム」の一覧に、システムを書いてください。",
    to: "システムの一覧へ",
  },
} as const;

export const links = {
  about: "左でシステムを選び、それが動くのに先に動いていないといけないものに印を付けます。",
  needs: (name: string) => `「${name}」が動くのに要るもの`,
  count: (count: number) => (count === 0 ? "なし" : `${count} つ`),
  none: "先に「システム」の一覧に、2つ以上のシステムを書いてください。",
  toSystems: "システムの一覧へ",
  choose: "システムを選んでください。",
};

export const confirmations = {
  about: "「今すぐ」の頁は、夜中にそのまま読まれます。刷る前に、それぞれの職の人に読んでもらい、氏名と日付を書き込みます。",
  reader: (reader: string) => `読む人：${reader}`,
  help: "確かめた人の氏名と日付を書きます。例：見本 花子 2026-11-22",
  label: (who: string, done: boolean) => `${who}（${done ? "確認済み" : "要確認"}）`,
  show: "この頁を見る",
  noPages: "この施設の種別には、「今すぐ」の頁がありません。",
};
