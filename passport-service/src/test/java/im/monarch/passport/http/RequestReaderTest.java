package im.monarch.passport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

  private static final String CHUNKED = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String ADDRESS = "192.0.2.1";

  private final RequestReader reader = new RequestReader(HttpLimits.DEFAULT, ADDRESS);

  @Test
  void aRequestIsReadAsItCame() {
    assertThat(
            read(
                "GET /login2.srf?lc=1033 HTTP/1.1\r\nauthorization: Passport1.4 x\r\nY: h\r\n\r\n"))
        .isEqualTo(
            new HttpRequest(
                "GET",
                "/login2.srf?lc=1033",
                List.of(new Header("authorization", "Passport1.4 x"), new Header("Y", "h")),
                Buffer.buffer(),
                ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /rdr/pprdr.asp\r\n\r\n",
        "GET /rdr/pprdr.asp\n\n",
        "\r\n\r\nGET /rdr/pprdr.asp\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.0\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.1\r\n\r\n",
        "GET /rdr/pprdr.asp HTTP/1.1\n\n",
        "GET http://nexus.passport.com/rdr/pprdr.asp HTTP/1.1\r\nHost: nexus.passport.com\r\n\r\n",
        "GET /rdr/pprdr.asp?x=1#y HTTP/1.1\r\n\r\n",
        "GET /rdr/pprdr.asp\r\nHost: nexus.passport.com\r\n\r\n",
      })
  void allTheWaysToAskForAPathAreOne(String request) {
    assertThat(read(request).path()).isEqualTo("/rdr/pprdr.asp");
  }

  @Test
  void aBodyIsReadToItsEnd() {
    assertThat(read("POST /RST.srf HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello").body())
        .isEqualTo(Buffer.buffer("hello"));
  }

  @Test
  void aBodyInChunksIsPutTogether() {
    assertThat(read(CHUNKED + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n").body())
        .isEqualTo(Buffer.buffer("hello"));
  }

  @Test
  void theBytesOfAHeaderBecomeOneCharacterEach() {
    assertThat(read("GET / HTTP/1.1\r\nX: \u00C3\u00A4\u00FF\r\n\r\n").header("x"))
        .containsExactly("\u00C3\u00A4\u00FF");
  }

  @Test
  void aFoldedHeaderIsOneLine() {
    assertThat(read("GET / HTTP/1.1\r\nX: a,\r\n b\r\n\r\n").header("X")).containsExactly("a, b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /rdr/pprdr.asp\r\n\r\n",
        "\r\nGET / HTTP/1.0\r\nAuthorization: Passport1.4 a=b,\r\n c=d\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
      })
  void itDoesNotMatterWhereTheNetworkCuts(String request) {
    var whole = read(request);

    for (int cut = 1; cut < request.length(); cut++) {
      var cutOnce = new RequestReader(HttpLimits.DEFAULT, ADDRESS);
      assertThat(cutOnce.feed(bytes(request.substring(0, cut))))
          .isEqualTo(new Reading.Incomplete());
      assertThat(cutOnce.feed(bytes(request.substring(cut))))
          .isEqualTo(new Reading.Complete(whole));
    }
  }

  @Test
  void oneByteAtATimeIsEnough() {
    var request = "GET /rdr/pprdr.asp HTTP/1.1\r\nHost: nexus.passport.com\r\n\r\n";

    Reading reading = new Reading.Incomplete();
    for (byte b : bytes(request)) {
      assertThat(reading).isEqualTo(new Reading.Incomplete());
      reading = reader.feed(new byte[] {b});
    }
    assertThat(reading).isInstanceOf(Reading.Complete.class);
  }

  @Test
  void whatFollowsTheRequestIsLeftAlone() {
    assertThat(read("GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n").path()).isEqualTo("/a");
  }

  @Test
  void aClientMayWaitToBeToldToGoOn() {
    var head = "POST / HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

    assertThat(reader.feed(bytes(head))).isEqualTo(new Reading.AwaitsContinue());
    assertThat(reader.feed(bytes("hello"))).isInstanceOf(Reading.Complete.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\r\n\r\n",
        "GET / HTTP\r\n\r\n",
        "GET / x y z\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon here\r\n\r\n",
        "GET / HTTP/1.1\r\n: no name\r\n\r\n",
        "GET / HTTP/1.1\r\nbad name: x\r\n\r\n",
        "GET / HTTP/1.1\r\nX: \0\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "VER 1 MSNP9 MSNP8 CVR0\r\n\r\n",
      })
  void whatIsNoRequestIsRefused(String text) {
    assertThat(reader.feed(bytes(text)))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.status()).isEqualTo(Status.BAD_REQUEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "GET /", "GET / HTTP/1.1\r\nX: ", "\r\n", "GET / HTTP/1.1\r\nX: y\r\n"})
  void aHeadThatNeverEndsIsRefusedAtItsLimit(String start) {
    var endless = new byte[HttpLimits.DEFAULT.headBytes()];
    Arrays.fill(endless, (byte) 'a');

    reader.feed(bytes(start));
    assertThat(reader.feed(endless)).isEqualTo(refused(Status.HEAD_TOO_LARGE, "head too large"));
  }

  @Test
  void blankLinesWithoutEndAreRefusedToo() {
    assertThat(reader.feed(bytes("\r\n".repeat(HttpLimits.DEFAULT.headBytes()))))
        .isEqualTo(refused(Status.HEAD_TOO_LARGE, "head too large"));
  }

  @Test
  void aBodyThatIsAnnouncedTooLargeIsRefusedBeforeItComes() {
    assertThat(reader.feed(bytes("POST / HTTP/1.1\r\nContent-Length: 65537\r\n\r\n")))
        .isEqualTo(refused(Status.CONTENT_TOO_LARGE, "body too large"));
  }

  @Test
  void aBodyThatGrowsTooLargeIsRefused() {
    reader.feed(bytes(CHUNKED));
    reader.feed(bytes("10000\r\n" + "a".repeat(0x10000) + "\r\n"));

    assertThat(reader.feed(bytes("1\r\na\r\n")))
        .isEqualTo(refused(Status.CONTENT_TOO_LARGE, "body too large"));
  }

  @Test
  void aBodyInCrumbsIsRefusedForTheirWrapping() {
    reader.feed(bytes(CHUNKED));

    Reading reading = new Reading.Incomplete();
    for (int i = 0; i < 30_000 && reading.equals(new Reading.Incomplete()); i++) {
      reading = reader.feed(bytes("1\r\na\r\n"));
    }
    assertThat(reading).isEqualTo(refused(Status.CONTENT_TOO_LARGE, "body too large"));
  }

  private HttpRequest read(String request) {
    var reading = reader.feed(bytes(request));
    assertThat(reading).isInstanceOf(Reading.Complete.class);
    return ((Reading.Complete) reading).request();
  }

  private static Reading refused(Status status, String reason) {
    return new Reading.Refused(status, reason);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
