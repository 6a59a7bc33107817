/** When something broke that the core did not foresee. */
export const unexpected = (detail: string) => ({
  happened: `思わぬことが起きました。（${detail}）`,
  safe: "すでに「保存済み」になった分は無事です。いま打った文字は画面に残っています。",
  now: "もう一度行ってください。続くときは「写しを保存」で計画を残し、ソフトを開き直してください。",
});

export const faults = {
  retry: "もう一度保存",
  close: "閉じる",
  giveUp: "保存できていない文字をあきらめて閉じる",
  blocked: "まだ保存できていない欄があるので、この画面にとどまりました。",
};
