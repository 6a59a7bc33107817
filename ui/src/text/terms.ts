export const terms = {
  explain: (word: string) => `「${word}」の意味を見る`,
};
