package im.monarch.notification.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.command.NsMessage.Nln;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.Msnp8;
import im.monarch.protocol.dialect.Msnp9;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PresenceStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NsVoiceTest {

  private static final Appearance BUSY = appearance(PresenceStatus.BSY);
  private static final Appearance AWAY = appearance(PresenceStatus.AWY);

  private final NsVoice voice = new NsVoice();

  @Test
  void whatGoesToManyIsEncodedOnce() {
    var first = voice.encode(Msnp9.DIALECT, new Nln(BUSY));

    assertThat(voice.encode(Msnp9.DIALECT, new Nln(BUSY))).isSameAs(first);
  }

  @Test
  void everyDialectGetsItsOwnForm() {
    assertThat(said(Msnp9.DIALECT, BUSY)).isEqualTo("NLN BSY bob@example.com Bob 0 OBJECT\r\n");
    assertThat(said(Msnp8.DIALECT, BUSY)).isEqualTo("NLN BSY bob@example.com Bob 0\r\n");
    assertThat(said(Msnp9.DIALECT, BUSY)).isEqualTo("NLN BSY bob@example.com Bob 0 OBJECT\r\n");
  }

  @Test
  void theNextLineIsAnotherOne() {
    assertThat(said(Msnp8.DIALECT, BUSY)).contains("BSY");
    assertThat(said(Msnp8.DIALECT, AWAY)).contains("AWY");
    assertThat(said(Msnp8.DIALECT, BUSY)).contains("BSY");
  }

  private String said(Dialect dialect, Appearance contact) {
    return new String(voice.encode(dialect, new Nln(contact)), UTF_8);
  }

  private static Appearance appearance(PresenceStatus status) {
    return new Appearance(
        status,
        new Handle("bob@example.com"),
        new FriendlyName("Bob"),
        Capabilities.NONE,
        Optional.of(new MsnObject("OBJECT")));
  }
}
