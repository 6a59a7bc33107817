/** The search over everything. */
export const find = {
  place: "さがす（Ctrl+K）",
  label: "計画の中をさがす",
  results: "見つかったもの",
  groups: {
    numbers: "番号",
    records: "名前",
    says: "書いてあること",
    texts: "項目と本文",
    documents: "刷れるもの",
    terms: "ことば",
    findings: "気づいたこと",
    screens: "画面",
    pages: "紙の頁（本部用）",
  } as Record<string, string>,
  more: (count: number) => `ほか ${count} 件。語を足すと絞れます。`,
  none: "見つかりませんでした。別の言い方や、番号の一部でも探せます。",
  noPages: "当てはまる頁は、ありません。",
  begin: "名前・番号（一部でも）・症状・様式・画面の名前で探せます。空白で区切ると、両方に合うものを出します。",
  private: "本部用",
  within: (screen: string, tab: string) => `${screen} ＞ ${tab}`,
  means: (word: string, text: string) => `${word}：${text}`,
};
