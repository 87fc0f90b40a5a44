package im.monarch.domain.switchboards;

import im.monarch.protocol.vocabulary.SwitchboardId;

/** What a key is good for. */
public sealed interface Purpose {

  /** Beginning a session: USR. */
  record Beginning(Guest guest) implements Purpose {}

  /** Following an invitation to {@code session}: ANS. */
  record Answering(SwitchboardId session) implements Purpose {}
}
