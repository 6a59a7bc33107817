/** A scenario of one's own: what stands around its fields. */
export const own = {
  injects: "出来事",
  injectUnit: "出来事",
  fits: "このまま演習に使えます。",
  wrong: (count: number) => `直すところが ${count} つあります。下の「直すところ」と出ている出来事を開いてください。直すまで、準備と印刷はできません。`,
  minute: (minute: string) => (minute ? `${minute}分` : "予備"),
  out: "使わない",
  mend: (count: number) => `直すところ ${count}`,
  whom: (sender: string, addressee: string) => `${sender || "（だれから）"} → ${addressee || "（だれへ）"}`,
  shown: (text: string) => `部屋に出る文：${text}`,
  parted: (minutes: number, play: number) => `全部で${minutes}分、そのうち話し合いは${play}分です。分は、話し合いが始まってからの分です。`,
  add: "出来事を足す",
  remove: "この出来事を消す",
  removed: "出来事を消しました。",
  toList: "シナリオの一覧から写しを作る",
};
