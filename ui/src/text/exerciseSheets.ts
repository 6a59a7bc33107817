import type { ActView } from "../backend/contract";

/** The sheets of an exercise held on paper. */
export const sheets = {
  open: "紙の記録を書き入れる",
  openHalf: "紙の記録を書き入れる（書きかけあり）",
  back: "一覧へ戻る",
  about: "紙だけで行った演習を、時計の紙と記録票から書き入れます。書き入れると、計算機で行ったときと同じ報告になります。",
  day: "行った日",
  dayExample: "例：2026-11-20、令和8年11月20日",
  place: "場所",
  times: "時計の紙：何時何分にしたか",
  timesHelp: "14:03 のように書きます。しなかったもの、渡さなかったものは空けておきます。",
  timeOf: (title: string) => `${title}の時刻`,
  planned: (minute: number | null) => (minute === null ? "（予備）" : `（予定 ${minute}分）`),
  own: { begin: "始まりの文を読んだ", play: "話し合いを始めた", review: "振り返りを始めた", end: "終わった" },
  lines: "記録票の行",
  linesHelp: "下のボタンで1行ずつ足します。順は時刻で並べ直すので、気にしなくてかまいません。人の名前は書かず、役の名で書きます。",
  columns: ["時刻", "何の記録か", "どの出来事", "内容", "役", "根拠", "知らせた相手", ""],
  remove: "消す",
  removeLine: (nth: number) => `${nth}行目を消す`,
  people: "参加者（職種と人数、名簿の置き場所）",
  cards: "戻ったカードの枚数",
  take: "計画に入れる",
  kept: "書きかけは、この計算機に残ります。",
  sure: "入れた記録は、後から消したり変えたりできません。時刻と内容を、紙と見比べましたか。",
  taken: "演習の記録を計画に入れました。「行った演習」から報告を作れます。",
};

/** What the sheet of the recorder has rows for. */
export const LINES: { act: ActView; name: string }[] = [
  { act: "decision", name: "決まった" },
  { act: "undecided", name: "決まらない" },
  { act: "note", name: "気づき" },
  { act: "lesson", name: "直すこと" },
  { act: "seek", name: "頁を探し始めた" },
  { act: "found", name: "見つかった" },
  { act: "not-found", name: "見つからない" },
  { act: "pause", name: "時計を止めた" },
  { act: "resume", name: "時計を動かした" },
];
