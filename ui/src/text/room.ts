/** The wall of the room: short words, read from eight metres. */
export const room = {
  drill: "訓練",
  blank: "いまは何も映していません",
  stopped: "訓練中止。本番",
  stoppedAbout: "演習は止まっています。本当の持ち場に戻ってください。",
  here: "部屋に見えるのは、こちらの画面です。",
  keys: "進行の画面へ戻る鍵：Esc または F9",
  ended: "演習は終わりました",
  paused: "時計は止まっています",
  review: "振り返り",
  seeking: (seconds: number) => `どの頁が言っていますか　${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
  minutes: (minutes: number) => `話し合い ${minutes} 分`,
  unusable: "使えないもの",
  most: 12,
  more: (count: number) => `ほか ${count} つ`,
  from: (sender: string, addressee: string) => `${sender} → ${addressee}`,
  before: "これまでに届いたもの",
};
