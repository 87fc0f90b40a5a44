package im.monarch.passport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerEncoderTest {

  @Test
  void headersKeepTheirCaseAndOrderAndLengthAndCloseAreAdded() {
    var answer =
        HttpAnswer.of(Status.OK)
            .with("x-Lower", "1")
            .with("PassportURLs", "2")
            .with(Buffer.buffer("h\u00E9"));

    assertThat(AnswerEncoder.encode(answer, "GET").toString())
        .isEqualTo(
            "HTTP/1.1 200 OK\r\nx-Lower: 1\r\nPassportURLs: 2\r\nContent-Length: 3\r\n"
                + "Connection: close\r\n\r\nh\u00E9");
  }

  @Test
  void whatIsThereAlreadyStaysWhereItIs() {
    var answer =
        HttpAnswer.of(Status.OK)
            .with("Content-Length", "0")
            .with("Connection", "close")
            .with("PassportURLs", "x");

    assertThat(AnswerEncoder.encode(answer, "GET").toString())
        .isEqualTo(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\nPassportURLs: x\r\n\r\n");
  }

  @Test
  void headGetsTheLengthButNotTheBody() {
    var answer = HttpAnswer.of(Status.OK).with(Buffer.buffer("hello"));

    assertThat(AnswerEncoder.encode(answer, "HEAD").toString())
        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "OK, 200 OK",
    "FOUND, 302 Found",
    "UNAUTHORIZED, 401 Unauthorized",
    "SERVICE_UNAVAILABLE, 503 Service Unavailable",
  })
  void phrasesThatClientsLookForAreExact(Status status, String phrase) {
    assertThat(AnswerEncoder.encode(HttpAnswer.of(status), "GET").toString())
        .startsWith("HTTP/1.1 " + phrase + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 1", "PT0.001S, 1", "PT5S, 5", "PT5.2S, 6"})
  void aPauseIsToldInWholeSecondsThatAreEnough(Duration pause, String seconds) {
    assertThat(HttpAnswer.tryAgain(pause).headers())
        .containsExactly(new Header("Retry-After", seconds));
  }

  @Test
  void aHeaderCannotSmuggleInALine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpAnswer.of(Status.OK).with("Location", "x\r\nSet-Cookie: y"));
  }
}
