/** A step the core has no words for. */
const LAST = "直前の操作";

export const session = {
  undo: "元に戻す",
  undone: (what: string, title: string) => `${what || LAST}${title && `（${title}）`} を元に戻しました。`,
  redone: (what: string, title: string) => `${what || LAST}${title && `（${title}）`} をやり直しました。`,
  copyName: (facility: string) => `${facility || "計画"}（写し）.sonae`,
  copiedWithout: (path: string) => `写しを保存しました：${path}　ただし、まだ保存できていない欄の文字は入っていません。`,
  copied: (path: string) => `写しを保存しました：${path}`,
};

/** The window that only looks. */
export const looking = {
  open: "見るだけの窓を開く",
  title: "開いている計画はありません",
  about: "もとの窓で計画を開くと、ここにも出ます。この窓は見るだけです。",
  print: "印刷は、もとの窓でしてください。",
};

export const top = {
  skip: "本文へ移る",
  saved: (at: string) => (at ? `保存済み ${at}` : "保存済み"),
  saving: "保存中",
  dirty: "未保存の欄があります",
  failed: "保存できていない欄があります",
  readOnly: "読むだけ",
  undo: "元に戻す",
  redo: "やり直す",
  undoWhat: (what: string | null) => (what === null ? "元に戻すものはありません" : `元に戻す：${what || LAST}`),
  redoWhat: (what: string | null) => (what === null ? "やり直すものはありません" : `やり直す：${what || LAST}`),
  copy: "写しを保存",
  folder: "フォルダで見る",
  close: "閉じる",
  noName: "（施設名なし）",
  places: "画面",
  helpMore: "くわしく",
  helpLess: "説明をたたむ",
  back: "前の所へ戻る",
  forward: "先の所へ進む",
  menu: "計画のファイル",
};

export const screens: Record<string, string> = {
  overview: "概要",
  "first-hour": "最初の1時間",
  guide: "ガイド",
  systems: "システム",
  recovery: "復旧の順",
  procedures: "代替運用",
  contacts: "連絡",
  decisions: "決定",
  text: "本文",
  checks: "点検とリスト",
  exercise: "訓練",
  print: "印刷",
  import: "表から取り込む",
  packs: "ひな形の更新",
};

/** Tabs; the words of record kinds come from the core. */
export const tabs: Record<string, string> = { now: "いまの様子", agenda: "次の会", first: "今すぐの確認", recovery: "段と復元前の確認", map: "つながりの図", "what-if": "もし止まったら", stock: "在庫", reach: "届くまで", changeover: "異動", numbers: "電話番号", groups: "連絡の分け方", inspect: "点検", checklists: "チェックリスト", suppliers: "事業者の票" };

/** What the tabs of a screen with many are about. */
export const tabGroups: Record<string, string> = { numbers: "番号", people: "人と役割", others: "外の相手と手段", tree: "連絡網" };

/** Short words for tabs whose official name is long. */
export const shortTabs: Record<string, string> = {
  system_links: "つながり",
  contact_points: "ほかの番号",
  contact_tree: "連絡網",
  decisions: "決定事項",
};
