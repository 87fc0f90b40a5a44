/**
 * Reads scripted conversations. {@link im.monarch.conformance.transcript.Library} finds them,
 * {@link im.monarch.conformance.transcript.TranscriptReader} turns the text into statements. Knows
 * the notation (see README.md of this module) and nothing about sockets or servers.
 */
package im.monarch.conformance.transcript;
