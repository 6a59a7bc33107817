export const dialogs = {
  close: "閉じる",
  noteClose: "知らせを閉じる",
};
