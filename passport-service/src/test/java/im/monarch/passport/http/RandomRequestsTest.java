package im.monarch.passport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomRequestsTest {

  private static final int ROUNDS = 2_000;

  private static final List<String> VALID =
      List.of(
          "GET /rdr/pprdr.asp\r\n\r\n",
          "GET /login2.srf HTTP/1.0\r\nAuthorization: Passport1.4 sign-in=a,pwd=b,lc=1\r\n\r\n",
          "POST /RST.srf HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\n\r\nhello world",
          "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc",
          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nT: x\r\n\r\n");

  private static final Page SITE =
      Routes.none().with("/login2.srf", Page.always(HttpAnswer.of(Status.OK)));

  @Test
  void randomBytesNeverMakeItThrow() {
    var random = new Random(1_999);
    for (int i = 0; i < ROUNDS; i++) {
      var bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      serve(bytes, random);
    }
  }

  @Test
  void requestsWithRandomErrorsNeverMakeItThrow() {
    var random = new Random(2_003);
    for (int i = 0; i < ROUNDS; i++) {
      serve(mutated(VALID.get(random.nextInt(VALID.size())), random), random);
    }
  }

  /** Feeds it in pieces; whatever is a request gets an answer. */
  private static void serve(byte[] bytes, Random random) {
    var reader = new RequestReader(HttpLimits.DEFAULT, "192.0.2.1");
    Reading reading = new Reading.Incomplete();
    int from = 0;
    while (from < bytes.length && isOpen(reading)) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
      reading = reader.feed(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    reader.discard();
    if (reading instanceof Reading.Complete(var request)) {
      var answer = SITE.answer(request).result();
      assertThat(AnswerEncoder.encode(answer, request.method()).length()).isPositive();
    }
  }

  private static boolean isOpen(Reading reading) {
    return reading instanceof Reading.Incomplete || reading instanceof Reading.AwaitsContinue;
  }

  private static byte[] mutated(String request, Random random) {
    var text = new StringBuilder(request);
    for (int n = 1 + random.nextInt(6); n > 0 && !text.isEmpty(); n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, (char) random.nextInt(256));
        default -> text.insert(at, request, 0, random.nextInt(request.length()));
      }
    }
    return text.toString().getBytes(ISO_8859_1);
  }
}
