import type { StaleView } from "../backend/contract";

export const steps = {
  procedure_steps: { title: "行う順", unit: "手順" },
  card_steps: { title: "最初にすること", unit: "手順" },
  card_calls: { title: "電話する相手", unit: "相手" },
  improvement_places: { title: "直した所", unit: "所" },
  number: (at: number) => `${at} 番目`,
  first: "1つ目を書く",
  add: "最後に足す",
  keys: "Ctrl＋Enter で下に1行足し、Alt＋↑・↓ で行を動かします。",
  acts: (at: number) => `${at} 番目の操作`,
  up: "上へ",
  down: "下へ",
  below: "下に足す",
  remove: "消す",
  removed: (at: number) => `${at} 番目を消しました。`,
};

/** What is done to a procedure as a whole. */
export const whole = {
  paste: "まとめて貼り付ける",
  pasteAbout: "ワードやメールの文を貼り付けます。1行が1つになります。先頭の番号や「・」は外れます。今ある行の後ろに入ります。",
  pasteLabel: "貼り付ける文",
  pasteDo: (count: number) => `${count} 行を入れる`,
  pasted: (count: number) => `${count} 行を入れました。`,
  copy: "ほかの部署に写す",
  copyAbout: "手順と様式を、ほかの部署にも作ります。写したものは、その部署に合わせて直せます。",
  copyTo: "どの部署に写しますか",
  copyDo: "写す",
  copied: (name: string) => `「${name}」に写しました。`,
  compare: "目録と見比べる",
  compareAbout: "いまのひな形の目録にある手順と、違うところだけを並べます。取り入れるものに印を付けます。取り入れた文は「案」になります。消した手順は出ません。",
  same: "目録と違うところはありません。",
  own: "この手順は目録から作ったものではないので、見比べられません。",
  there: "目録の文",
  here: "いまの文",
  fresh: "（この計画には無い手順）",
  take: (count: number) => `${count} 件を取り入れる`,
  taken: (count: number) => `${count} 件を取り入れました。`,
  cancel: "やめる",
};

export const stock = {
  about: "どの部署に、どの様式が何枚要るかを、部署の人数から計算します。数えた枚数を書くと、足りないものが分かります。",
  days: (days: number) => `紙でつなぐ日数：${days} 日分で数えています。`,
  change: "日数と増やす方法を直す",
  none: "様式がまだ選ばれていません。「様式」の一覧で選び、「代替運用」で使う様式に印を付けると、ここに並びます。",
  toForms: "様式の一覧へ",
  people: "部署の人数を書く",
  needs: (count: number | null) => (count === null ? "要る枚数：人数が未記入" : `要る枚数：${count} 枚`),
  short: "不足",
  outdated: "古い版",
  form: "様式",
  write: "数えた枚数を書く",
  writeOf: (form: string) => `${form} 数えた枚数を書く`,
  typing: "転記にかかる人手の見積もり",
  typingAbout: "様式に書いた「転記にかかる分」から計算します。1人が1日に打ち込めるのを6時間としています。",
  typingLine: (list: [number, number][]) =>
    list.map(([days, tenths]) => `紙で ${days} 日なら ${tenths / 10} 人日`).join("、") + "。",
  print: "棚卸しの紙を刷る",
};

export const reprint = {
  title: "刷った後に変わった紙",
  about: "配ってある紙のうち、いまの内容と違うものと、違うかもしれないものです。違っていたら刷り直して、古い紙と替えます。",
  why: {
    changed: "書いてあることが変わりました",
    gone: "もう使いません。回収します",
    compare: "このソフトの別の版で刷った紙です。一度見比べてください",
  } as Record<StaleView, string>,
  count: (count: number) => `${count} 件`,
  line: (title: string, on: string) => `${title}（${on} に印刷）`,
  print: (document: string) => `「${document}」を刷り直す`,
};
