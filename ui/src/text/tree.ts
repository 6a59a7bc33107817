export const tree = {
  name: "連絡網",
  how: "四角を選ぶと、その相手のことを直せます。紙にも、この図のとおりに刷られます。",
  drawing: "連絡網の図",
  figure: (at: number, part: number) => `図${at}${part > 0 ? "（続き）" : ""}`,
  goesOn: (at: number) => `↓ 図${at} に続く`,
  elsewhere: (at: number) => `→ 図${at}`,
  nobody: "（相手を選んでください）",
  fresh: "新しい1か所",
  top: "いちばん上を足す",
  below: "この下に足す",
  beside: "同じ段に足す",
  back: "図に戻る",
  removed: (name: string, below: number) =>
    `「${name}」を消しました。${below > 0 ? `その下の ${below} か所は残り、いちばん上に移りました。` : ""}`,
};
