package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** "Are you there?" and its answer, as they travel from node to node. */
final class PulseMessages {

  /** The first byte; other messages to a node begin with another one. */
  private static final byte PULSE = 'p';

  private static final byte REACHED = 1;
  private static final byte NOT_REACHED = 0;

  private PulseMessages() {}

  static Buffer question(NodeId asker) {
    return Buffer.buffer().appendByte(PULSE).appendString(asker.text());
  }

  static boolean isQuestion(Buffer message) {
    return message.length() > 1 && message.getByte(0) == PULSE;
  }

  static NodeId asker(Buffer question) {
    return new NodeId(question.getString(1, question.length(), StandardCharsets.UTF_8.name()));
  }

  /**
   * @param reached whether the one who answers reaches the asker, too
   */
  static Buffer answer(boolean reached) {
    return Buffer.buffer().appendByte(reached ? REACHED : NOT_REACHED);
  }

  static boolean isReached(Buffer answer) {
    return answer.length() > 0 && answer.getByte(0) == REACHED;
  }
}
