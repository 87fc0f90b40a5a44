/**
 * Cutting a stream of bytes into command lines and payloads, with limits before memory.
 *
 * <p>Entry: {@link im.monarch.protocol.frame.FrameDecoder}. Knows which commands carry a payload
 * and nothing about what any command means.
 */
package im.monarch.protocol.frame;
