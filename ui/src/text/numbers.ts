/** All telephone numbers as one list. */
export const numbers = {
  title: "電話番号",
  about: "どこ・だれ",
  who: "名前",
  kinds: "どの番号を見るか",
  all: "すべて",
  columns: { inside: "内線", phs: "PHS", outside: "外線", night: "夜間・休日", own: "私用（本部）" } as Record<string, string>,
  found: (found: number, all: number, hidden: number) =>
    `${found === all ? `${all} 行` : `${all} 行のうち ${found} 行`}${hidden > 0 ? `・ほか ${hidden} 行は探して出します` : ""}`,
  cell: (title: string, column: string) => `${title}の${column}`,
  noted: (label: string, note: string) => `${label}（${note}）`,
  add: "＋",
  addOf: (title: string) => `${title}のPHSを足す`,
  phs: "PHS",
  none: "当てはまる行は、ありません。",
  print: "連絡の紙を刷る",
  untitled: "（名前なし）",
  lead: "部署・役割・職員・外部の相手の番号を、1つの表で直せます。Enterや↓で次の行へ移ります。名前を押すと、その行の欄へ移ります。",
};
