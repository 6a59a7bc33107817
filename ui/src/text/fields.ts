export const fields = {
  required: "必須",
  hqOnly: "本部用だけ",
  none: "選ばない",
  unset: "選んでいません",
  yes: "はい",
  today: "今日にする",
  dateHelp: "例：2026-11-22、令和8年11月22日。Ctrl を押しながら ; で今日。",
  addNew: "＋ 新しく作る…",
  newName: (kind: string) => `新しい「${kind}」の名前`,
  /** Heads of the columns that say which line it is and what is done with it. */
  nth: "順",
  tableKeys: "Tab で次の欄、Enter で下の欄に移ります。",
  acts: "行の操作",
  make: "作って選ぶ",
  cancel: "やめる",
  gone: "（消された記録）",
  kindFirst: (label: string) => `先に「${label}」を選んでください。`,
  /** What was typed is stored as it stands; it only cannot be read. */
  problem: "保存しました。ただし：",
  blank: "未記入　",
  needed: (label: string) => `「${label}」は、紙でも空欄になります。`,
  takeOff: "外す",
  unnamedPicture: "画像",
  saveOut: "別のファイルとして保存",
  savedOut: (path: string) => `${path} に保存しました。計画の中にも残っています。`,
  fileBusy: "ファイルを読み書きしています…",
};

/** What a field says of its picture or file. */
export const attachments = {
  picture: {
    choose: "画像を選ぶ",
    other: "別の画像を選ぶ",
    there: "画像が付いています。",
    none: "画像は、まだ付いていません。",
  },
  file: {
    choose: "ファイルを選ぶ",
    other: "別のファイルを選ぶ",
    there: "ファイルが付いています。",
    none: "ファイルは、まだ付いていません。",
  },
};
