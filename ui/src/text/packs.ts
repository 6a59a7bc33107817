import type { PackOf, PackWhat } from "../backend/contract";

const touched: Record<string, (count: number) => string> = {
  item: (count) => `この計画の答え ${count} 件は、そのまま残ります。`,
  section: () => "この節は自院の文にしてあります。自院の文は、そのまま残ります。",
  "first-page": (count) => `読んで確かめた記録 ${count} 件は、そのまま残ります。`,
  entry: (count) => `この計画に入れた ${count} 行は、そのまま残ります。`,
};

export const packs = {
  about:
    "ひな形は、確認表の項目、本文の文、「一覧から選ぶ」の中身などをまとめたものです。国の文書が改まったときなどに、新しいひな形へ替えられます。",
  safe: "替えても、書いたことは消えません。自院の文にした節も、そのまま残ります。",
  link: "ひな形の更新",
  linkAbout: "新しいひな形が届いたときや、前のひな形に戻したいときに開きます。",
  now: "いま使っているひな形",
  named: (title: string, edition: string) => (edition ? `${title}（${edition}）` : title),
  same: "このソフトに入っているひな形と同じです。替える必要はありません。",
  other: "このソフトに入っているひな形とは、違うところがあります。「このソフトのひな形と比べる」で確かめられます。",
  find: "ほかのひな形を見る",
  findAbout: "比べるだけでは、何も変わりません。",
  own: "このソフトのひな形と比べる",
  folder: "フォルダ・USBから選ぶ",
  earlier: "前に使っていたひな形",
  look: "比べる",
  lookAt: (title: string) => `「${title}」と比べる`,
  looking: "調べています…",
  none: "そのフォルダに、ひな形は見つかりませんでした。ひな形の入ったフォルダを選び直してください。",
  current: "いま使っているひな形と同じです。",
  nothing: "確認表の項目や本文の違いはありません。画面の言葉など、小さな違いだけです。",
  differences: "替えると、こうなります",
  of: {
    item: "確認表の項目",
    section: "本文の節",
    "first-page": "今すぐの頁",
    form: "様式",
    entry: "「一覧から選ぶ」の中身",
    term: "言葉の説明",
    rest: "そのほか",
  } as Record<PackOf, string>,
  what: { added: "足される", changed: "変わる", removed: "無くなる" } as Record<PackWhat, string>,
  count: (word: string, count: number) => `${word} ${count} 件`,
  comma: "・",
  touches: (of: string, count: number) =>
    touched[of]?.(count) ?? `この計画に書いたこと ${count} 件は、そのまま残ります。`,
  accept: "このひな形を使う",
  accepted: (title: string) => `「${title}」を使うことにしました。書いたことは、そのまま残っています。`,
};
