/** Conversations at random, and what must be true of what everybody heard. */
package im.monarch.switchboard.random;
