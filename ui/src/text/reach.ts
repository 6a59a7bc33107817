export const reach = {
  about: "連絡網どおりにかけて、最後の一人だけが出たときの、待つ分の合計を計算します。順にかける時間と話す時間は入っていないので、実際はこれより長くなります。試すだけで、計画は変わりません。",
  shift: "いつ",
  day: "平日昼",
  night: "夜間・休日",
  down: "止まっているもの",
  downs: [
    { id: "nothing", name: "なし" },
    { id: "phs", name: "PHS" },
    { id: "exchange", name: "電話交換機（内線とPHS）" },
  ],
  silent: "出ない人",
  nobody: "（みんな出る）",
  none: "連絡網が、まだ作られていません。",
  toTree: "連絡網を作る",
  deciders: "決める人に届くまで",
  decides: (list: string[]) => `決める事：${list.slice(0, 4).join("、")}${list.length > 4 ? `、ほか ${list.length - 4} 件` : ""}`,
  hinges: "この人が出ないと困る",
  hinge: (places: number, lost: number) => `名前が出る所 ${places}、届かなくなる所 ${lost}`,
  noHinges: "1人だけに頼っている所も、2か所以上に名前の出る人も、ありません。",
  places: "相手ごと",
  tries: (list: { name: string; number: string; private: boolean; works: boolean }[]) =>
    list.map((one) => `${one.name}${one.number ? `（${one.number}）` : one.private ? "（本部用）" : "（番号なし）"}${one.works ? "" : "×"}`).join(" → "),
  mark: "× は、いま選んだ場合に出ない相手です。",
  minutes: (latest: number | null, other: boolean, unsaid: boolean) =>
    latest === null ? "届かない" : `待つ分の合計 ${latest} 分${unsaid ? "より長い（待つ分が未記入）" : ""}${other ? "（伝令・無線など）" : ""}`,
  soonest: (minutes: number | null) => (minutes === null ? "" : `初めの人が出れば ${minutes} 分`),
  notPlaced: "連絡網のどこにもいません",
};

export const drills = {
  unit: "結果",
  calls: "訓練の結果",
  whom: "相手",
  fill: "連絡網の相手を全部並べる",
  fillAbout: "訓練で使った連絡票を見ながら、届くまでの分と結果を書きます。Tab で次の欄に移れます。",
  outcome: (called: number, reached: number, wrong: number) =>
    `かけた ${called} か所のうち ${reached} か所に届きました。番号が違ったのは ${wrong} か所です。`,
  minutes: (list: (number | null)[]) =>
    `50％に ${list[0] ?? "—"} 分、90％に ${list[1] ?? "—"} 分、100％に ${list[2] ?? "—"} 分。`,
  before: (name: string, reached: number, called: number, list: (number | null)[]) =>
    `前の「${name}」：${called} か所のうち ${reached} か所、50／90／100％に ${list.map((one) => one ?? "—").join("／")} 分。`,
  print: "連絡票を刷る",
};

export const changeover = {
  about: "異動のあと、役割ごとに「いまはだれか」だけを確かめます。ほかのことは、そのまま引き継がれます。",
  start: "今日から異動の見直しを始める",
  begun: (roles: number) => `${roles} の役割を、今日から見直します。前に確かめた印は、この見直しには数えません。`,
  since: (day: string) => `${day} の異動のあとの見直しです。`,
  left: (left: number, all: number) => (left === 0 ? "すべての役割を見直しました。" : `${all} の役割のうち、あと ${left} です。`),
  role: "役割",
  choose: "替わった人だけを選び直します。選ぶとすぐに保存されます。",
  same: "この人で合っている",
  sameOf: (role: string) => `${role}：この人で合っている`,
  done: (day: string) => `${day} に確かめました。`,
  open: "まだ見直していません",
  handover: "引継ぎの紙を刷る",
  none: "役割が、まだありません。",
};

export const people = {
  search: "探す",
  searchHelp: "名前・読み・職・部署・番号で探します。",
  more: (count: number) => `ほか ${count} 件あります。「探す」で絞れます。`,
  found: (count: number) => `${count} 件が見つかりました。`,
};

/** What is printed for a list, beside the list. */
export const papers = [
  { tab: "channels", document: "channels", name: "貼る紙を刷る" },
  { tab: "sheet_checks", document: "contacts", name: "かけて確かめる紙を刷る" },
];
