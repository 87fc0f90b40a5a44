/**
 * What the server does, seen from outside: no class of it is used here, only its listeners. Most of
 * it is said in the text files under {@code src/test/resources/transcripts}; see README.md.
 */
package im.monarch.conformance;
