package im.monarch.protocol.dialect;

import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;

/** What a dialect makes of a frame. */
public sealed interface Reading<R> {

  /** A request of this dialect. */
  record Understood<R>(R request) implements Reading<R> {}

  /** A request that is answered by number, after which the conversation goes on. */
  record Refused<R>(TrId trId, ErrorCode code) implements Reading<R> {}

  /** A request that is answered by number, after which the server hangs up. */
  record Dismissed<R>(TrId trId, ErrorCode code) implements Reading<R> {}

  /** Nothing this dialect knows: the real service hung up without a word (protocol notes, 4.1). */
  record Foreign<R>(String reason) implements Reading<R> {}
}
