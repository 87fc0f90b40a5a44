package im.monarch.switchboard.room;

import im.monarch.domain.switchboards.Guest;
import im.monarch.protocol.dialect.SbSpeaker;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.Participant;
import java.util.function.Consumer;

/** Somebody in a session. Two visits of one person are two members. */
public final class Member {

  private final Participant participant;
  private final SbSpeaker speaker;
  private final Consumer<SbNews> ear;

  /**
   * @param ear where the member hears news, on whatever thread
   */
  Member(Guest guest, Consumer<SbNews> ear) {
    this.participant = guest.participant();
    this.speaker = new SbSpeaker(participant);
    this.ear = ear;
  }

  public Participant participant() {
    return participant;
  }

  Handle handle() {
    return participant.handle();
  }

  Payload line(Payload said) {
    return speaker.line(said);
  }

  void hear(SbNews news) {
    ear.accept(news);
  }
}
