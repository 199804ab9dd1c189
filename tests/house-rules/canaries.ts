/** In every text of Kite's and of Bolt's. Whale and Spark must never get a byte of it. */
export const kitesOwn = 'CANARYKITE';
/** In every text about goods in Yangpu. Nobody in Haikou must get a byte of it. */
export const yangpusOwn = 'CANARYYP';
/** In every text about Whale's goods, which lie in Haikou: nothing for Yangpu, Kite or Bolt. */
export const haikousOwn = 'CANARYHK';
/** In what only Whale and the hub know of Whale. Who repairs for Whale must not get a byte of it. */
export const whalesOwn = 'CANARYWHALE';
