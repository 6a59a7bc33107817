export const preview = {
  title: "紙の見本",
  about: "いまの内容で刷ると、こうなります。",
  crop: "いま書いている所のまわりです。",
  show: "紙の見本を出す",
  short: "紙の見本",
  wide: "頁の全体",
  narrow: "書いている所",
  hide: "しまう",
  none: "行や項目を選ぶと、それが載る紙がここに出ます。",
  page: (at: number, all: number) => `${all} 頁のうち ${at} 頁目`,
  making: "作っています…",
  empty: "これが載る頁は、まだありません。",
};
