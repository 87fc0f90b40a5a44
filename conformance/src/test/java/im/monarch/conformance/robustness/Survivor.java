package im.monarch.conformance.robustness;

import im.monarch.conformance.Transcripts;
import im.monarch.conformance.harness.LiveWorld;
import im.monarch.conformance.harness.RunningServer;
import im.monarch.conformance.stage.Stage;
import java.io.IOException;

/** Whether a server still does what it is there for. */
final class Survivor {

  private static final String REAL_SIGN_IN =
      """
      # source: protocol notes, 7.1
      given account alice@example.com "Alice" password "secret"
      given account bob@example.com "Bob" password "secret"
      given bob@example.com lists alice@example.com FL AL

      bob signs in MSNP8 and appears NLN
      alice opens ds
      C: VER 1 MSNP9 CVR0
      S: VER 1 MSNP9
      C: CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS alice@example.com
      S: CVR 2 {...}
      C: USR 3 TWN I alice@example.com
      S: XFR 3 NS {ns} 0 {ds}
      S closes
      alice signs in MSNP9 and appears NLN
      bob@ns S: NLN NLN alice@example.com Alice 268435500
      alice@ns C: OUT
      S: OUT
      S closes
      bob@ns S: FLN alice@example.com
      """;

  private Survivor() {}

  /**
   * @throws AssertionError when signing in no longer works
   */
  static void check(RunningServer server) throws IOException {
    var transcript = Transcripts.library().reader().read("survivor", REAL_SIGN_IN).getFirst();
    new Stage(new LiveWorld(server)).play(transcript);
  }
}
