/**
 * Input that nobody meant to send, in large numbers. All of it is made from seeds: a failure names
 * the one that repeats it, {@code -Dmonarch.seed=N -Dmonarch.attempts=1}.
 */
package im.monarch.conformance.robustness;
