/**
 * Bounds on guessing secrets, for everybody who checks one. A wrong guess costs; a right one and
 * one that could not be checked do not. Knows nothing of what is guessed.
 */
package im.monarch.domain.guessing;
