export const session = {
  undone: (what: string) => `${what} を元に戻しました。`,
  redone: (what: string) => `${what} をやり直しました。`,
  copyName: (facility: string) => `${facility || "計画"}（写し）.sonae`,
  copiedWithout: (path: string) => `写しを保存しました：${path}　ただし、まだ保存できていない欄の文字は入っていません。`,
  copied: (path: string) => `写しを保存しました：${path}`,
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
  undoWhat: (what: string | null) => (what ? `元に戻す：${what}` : "元に戻すものはありません"),
  redoWhat: (what: string | null) => (what ? `やり直す：${what}` : "やり直すものはありません"),
  copy: "写しを保存",
  folder: "フォルダで見る",
  close: "閉じる",
  noName: "（施設名なし）",
  places: "画面",
};

export const screens: Record<string, string> = {
  overview: "概要",
  guide: "ガイド",
  systems: "システム",
  contacts: "連絡",
  decisions: "決定",
  text: "本文",
  print: "印刷",
};

/** Tabs; the words of record kinds come from the core. */
export const tabs: Record<string, string> = { now: "いまの様子", first: "今すぐの確認" };

/** Short words for tabs whose official name is long. */
export const shortTabs: Record<string, string> = {
  system_links: "つながり",
  contact_points: "ほかの番号",
  decisions: "決定事項",
};
