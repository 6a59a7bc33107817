/** A scenario of one's own: what stands around its fields. */
export const own = {
  injects: "出来事",
  injectUnit: "出来事",
  fits: "このまま演習に使えます。",
  wrong: (count: number) => `直すところが ${count} つあります。直すまで「合わない」と出ます。`,
  minute: (minute: string) => (minute ? `${minute}分` : "予備"),
  out: "使わない",
  mend: (count: number) => `直すところ ${count}`,
  whom: (sender: string, addressee: string) => `${sender || "（だれから）"} → ${addressee || "（だれへ）"}`,
  shown: "部屋に出る文",
  add: "出来事を足す",
  remove: "この出来事を消す",
  removed: "出来事を消しました。",
  toList: "シナリオの一覧から写しを作る",
};
