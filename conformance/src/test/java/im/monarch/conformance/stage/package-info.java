/**
 * Plays transcripts over plain sockets. {@link im.monarch.conformance.stage.Stage} is the entry;
 * everything it needs to know about the server under test it asks its {@link
 * im.monarch.conformance.stage.World}, so the same transcripts can be played against any server.
 */
package im.monarch.conformance.stage;
