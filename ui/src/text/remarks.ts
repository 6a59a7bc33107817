export const remarks = {
  title: "書き込み",
  fold: (count: number, waiting: number) =>
    `書き込みと質問（${count === 0 ? "なし" : waiting > 0 ? `${count} 件、うち返事待ち ${waiting} 件` : `${count} 件`}）`,
  about: "後で決める事、気づいた事、だれかに聞きたい事を残せます。計画の紙には刷られません。",
  later: "「後で」を付ける",
  comment: "コメントを書く",
  question: "質問を残す",
  waiting: "返事待ち",
  answered: "返事あり",
  by: (by: string, on: string) => `${by || "答えた人は未記入"}${on ? `、${on}` : ""}`,
  to: (role: string) => `${role} へ`,
  toNobody: "聞く相手は未定",
  empty: "（まだ書いていません）",
  remove: "この書き込みを消す",
  removed: "書き込みを消しました。",
  undo: "元に戻す",
};
