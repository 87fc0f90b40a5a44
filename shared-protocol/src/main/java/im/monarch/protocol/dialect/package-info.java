/**
 * What each dialect of the protocol may say, how it writes it, and what differs in meaning.
 *
 * <p>A dialect is a revision of the one before: {@link im.monarch.protocol.dialect.Msnp9} reads
 * like the page "what changed in MSNP9". Differences in meaning are named {@link
 * im.monarch.protocol.dialect.Traits traits}; nobody outside this package compares versions.
 */
package im.monarch.protocol.dialect;
