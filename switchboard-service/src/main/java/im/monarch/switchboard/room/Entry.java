package im.monarch.switchboard.room;

import im.monarch.domain.switchboards.Guest;
import im.monarch.protocol.vocabulary.Participant;
import java.util.List;

/** What becomes of somebody who follows an invitation. */
public sealed interface Entry {

  /**
   * They are in.
   *
   * @param self the new member
   * @param others who was there before, in the order in which they came
   */
  record Entered(Guest guest, Member self, List<Participant> others) implements Entry {

    public Entered {
      others = List.copyOf(others);
    }
  }

  /** Nobody is waiting for them: the invitation was taken back, or everybody is gone. */
  record NotExpected() implements Entry {}
}
