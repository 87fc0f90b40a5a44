package im.monarch.conformance.stage;

import static im.monarch.conformance.stage.ScriptedServer.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.conformance.transcript.Fact;
import im.monarch.conformance.transcript.TranscriptReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** A player that cannot fail proves nothing: here it has to. */
class StageTest {

  private static final String PROFILE = "MSG Hotmail Hotmail 8\r\nsid: 507";

  @Test
  void acceptsWhatIsWritten() throws IOException {
    plays("S: VER 1 MSNP9", "VER 1 MSNP9\r\n");
  }

  @Test
  void noticesAWrongWord() {
    fails(
        "S: VER 1 MSNP9",
        "t.txt:4: expected 'VER 1 MSNP9' but heard 'VER 1 MSNP8'",
        "VER 1 MSNP8\r\n");
  }

  @Test
  void noticesAnExtraWord() {
    fails(
        "S: VER 1 MSNP9",
        "t.txt:4: expected 'VER 1 MSNP9' but heard 'VER 1 MSNP9 CVR0'",
        "VER 1 MSNP9 CVR0\r\n");
  }

  @Test
  void noticesASecondBlankBetweenWords() {
    fails(
        "S: VER 1 MSNP9",
        "t.txt:4: expected 'VER 1 MSNP9' but heard 'VER 1  MSNP9'",
        "VER 1  MSNP9\r\n");
  }

  @Test
  void noticesAMissingLine() {
    fails("S: VER 1 MSNP9", "t.txt:4: expected 'VER 1 MSNP9' but heard nothing for 300 ms", "");
  }

  @Test
  void noticesAnExtraLineAtTheEnd() {
    fails(
        "S: VER 1 MSNP9",
        "t.txt:4: expected nothing more but heard 'OUT'",
        "VER 1 MSNP9\r\nOUT\r\n");
  }

  @Test
  void noticesAnExtraLineInBetween() {
    fails(
        """
        S: VER 1 MSNP9
        C: OUT
        S: OUT
        """,
        "t.txt:6: expected 'OUT' but heard 'CHL 0 1'",
        "VER 1 MSNP9\r\nCHL 0 1\r\n",
        "OUT\r\n");
  }

  @Test
  void noticesALineThatEndsWithABareLineFeed() {
    fails("S: VER 1 MSNP9", "t.txt:4: expected 'VER 1 MSNP9' but heard 'VER", "VER 1 MSNP9\n");
  }

  @Test
  void noticesAServerThatHangsUp() {
    fails(
        "S: VER 1 MSNP9", "t.txt:4: expected 'VER 1 MSNP9' but heard the server hang up", HANG_UP);
  }

  @Test
  void noticesAServerThatDoesNotHangUp() {
    fails("S closes", "t.txt:4: expected the server to hang up but heard nothing for 300 ms", "");
  }

  @Test
  void noticesALineWhereTheServerIsToHangUp() {
    fails("S closes", "t.txt:4: expected the server to hang up but heard '715 1'", "715 1\r\n");
  }

  @Test
  void noticesAWrongPayloadByte() {
    fails(
        """
        S: MSG Hotmail Hotmail 8
          |sid: 508
        """,
        "t.txt:5: expected '|sid: 508' but heard '|sid: 507'",
        PROFILE);
  }

  @Test
  void noticesAPayloadThatEndsTooEarly() {
    fails(
        """
        S: MSG Hotmail Hotmail {len}
          |sid: 507
          |
        """,
        "t.txt:6: expected '|' but heard the end of the payload",
        PROFILE);
  }

  @Test
  void noticesAPayloadThatGoesOn() {
    fails(
        """
        S: MSG Hotmail Hotmail {len}
          |sid: 507
        """,
        "t.txt:5: expected the end of the payload but heard '|'",
        "MSG Hotmail Hotmail 10\r\nsid: 507\r\n");
  }

  @Test
  void noticesAWrongByteOfARawPayload() {
    fails(
        """
        S: MSG Hotmail Hotmail {len}
          raw|sid:\\x00
          raw|\\xff07
        """,
        "t.txt:6: expected byte 5 to be ff but heard 35",
        "MSG Hotmail Hotmail 8\r\nsid:\0" + "507");
  }

  @Test
  void noticesAPayloadNobodySpokeOf() {
    fails(
        "S: MSG Hotmail Hotmail 8", "t.txt:4: expected no payload but heard '|sid: 507'", PROFILE);
  }

  @Test
  void noticesAValueThatChanges() {
    fails(
        """
        S: CHL 0 {challenge}
        C: AGAIN
        S: CHL 0 {challenge}
        """,
        "t.txt:6: expected 'CHL 0 1' but heard 'CHL 0 2'",
        "CHL 0 1\r\n",
        "CHL 0 2\r\n");
  }

  @Test
  void noticesTwoValuesOfOneNameInOneLine() {
    fails("S: CHL {a} {a}", "t.txt:4: expected 'CHL {a} {a}' but heard 'CHL 0 1'", "CHL 0 1\r\n");
  }

  @Test
  void remembersAValueAndComputesWithIt() throws IOException {
    plays(
        """
        S: USR 3 MD5 S {salt}
        C: USR 4 MD5 S {md5 salt secret}
        S: USR 4 {md5 salt secret}
        """,
        "USR 3 MD5 S 1013928519.693957190\r\n",
        "USR 4 0dc38e0c96e5ef37eb9451a0b2d5aaf9\r\n");
  }

  @Test
  void noticesALineThatIsNotAmongThoseWithoutOrder() {
    fails(
        """
        any order {
          S: LST b
          S: LST a
        }
        """,
        "t.txt:5: expected 'LST b' but heard 'LST c'",
        "LST a\r\nLST c\r\n");
  }

  @Test
  void hearsLinesWithoutOrderInAnyOrder() throws IOException {
    plays(
        """
        any order {
          S: LST b
          S: LST a
        }
        """,
        "LST a\r\nLST b\r\n");
  }

  @Test
  void noticesNewsWhereThereIsToBeSilence() {
    fails(
        "alice hears nothing more",
        "t.txt:4: expected nothing more but heard 'FLN bob@example.com'",
        "FLN bob@example.com\r\n");
  }

  @Test
  void saysWhichVariableNobodySet() {
    fails(
        """
        S: VER 1 MSNP9
        C: USR 2 {challenge}
        """,
        "t.txt:5: nobody has said what {challenge} is",
        "VER 1 MSNP9\r\n");
  }

  @Test
  void showsTheDialogueThatLedToAFailure() {
    fails("S: VER 1 MSNP9", "\n  alice@ns C: VER 1\\r\\n\n  alice@ns S: OUT", "OUT\r\n");
  }

  private static void fails(String lines, String message, String... answers) {
    assertThatThrownBy(() -> plays(lines, answers))
        .isInstanceOf(Mismatch.class)
        .hasMessageContaining(message);
  }

  /** Lines start at line 4 of a transcript in which alice has just said {@code VER 1}. */
  private static void plays(String lines, String... answers) throws IOException {
    var text = "# source: nowhere\nalice opens ns\nC: VER 1\n" + lines;
    var transcripts = TranscriptReader.withoutLibrary().read("t.txt", text);
    assertThat(transcripts).hasSize(1);
    try (var server = new ScriptedServer(answers)) {
      new Stage(new OneServer(server.address()), 300).play(transcripts.getFirst());
    }
  }

  private record OneServer(InetSocketAddress address) implements World {

    @Override
    public InetSocketAddress address(String server, String actor) {
      return address;
    }

    @Override
    public void arrange(Fact fact) {}

    @Override
    public String ticket(String handle, String password, String challenge) {
      return "t=" + challenge + "&p=";
    }
  }
}
