import fc from 'fast-check';

/**
 * What is drawn is the same in every run, so that a run that is red says something of the change before it. Others are
 * tried with `FUZZ_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 7) });
