/** At a record: the improvements that changed it. */
export const improved = {
  fold: (count: number) => (count > 0 ? `この記録を直した改善　${count} 件` : "この記録を直した改善"),
  about: "演習や点検で分かったことから、ここを直したときに結びます。改善の画面にも「直した所」として出ます。",
  which: "改善",
  link: "結ぶ",
  unlink: "はずす",
  removed: "結びつきをはずしました。",
};
