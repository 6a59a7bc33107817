export const devices = {
  device: "機器",
  count: (total: number, found: number, searched: boolean) => (searched ? `${total} 台のうち ${found} 台` : `${total} 台`),
  range: (from: number, to: number) => `${from}〜${to} 台目`,
  around: "選んだ機器のあたり",
  first: "はじめから見る",
  previous: "前の100台",
  next: "次の100台",
  names: "列の名前を変える",
  namesAbout:
    "台帳の列を、この施設でふだん使う呼び方に変えられます。変えた呼び方は、画面、紙、書き出した表に出ます。空けておくと、もとの呼び方のままです。",
  now: "いまの呼び方",
  own: "この施設での呼び方",
  usual: "もとの呼び方に戻す",
  usualOf: (label: string) => `「${label}」を、もとの呼び方に戻す`,
  save: "この呼び方にする",
  named: (count: number) => `${count} つの列の呼び方を変えました。`,
};
