package im.monarch.passport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  private final Routes routes =
      Routes.none()
          .with("/", page("front"))
          .with("/login2.srf", page("login"))
          .with("/RST.srf", page("rst"));

  @ParameterizedTest
  @CsvSource({
    "/, front",
    "http://login.example.com, front",
    "/login2.srf, login",
    "/LOGIN2.SRF, login",
    "/login2.srf?lc=1033, login",
    "/login2.srf#there, login",
    "https://login.live.com/rst.srf, rst",
    "http://login.example.com?lc=1033, front",
  })
  void aPageIsFoundByItsPath(String target, String page) {
    assertThat(answer(target).headers()).containsExactly(new Header("Page", page));
  }

  @ParameterizedTest
  @CsvSource({"/login2.srf/", "/login", "/..", "*", "/%2e%2e/login2.srf"})
  void anythingElseIsNotFound(String target) {
    assertThat(answer(target).status()).isEqualTo(Status.NOT_FOUND);
  }

  @Test
  void onePathHasOnePage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> routes.with("/rst.SRF", page("again")))
        .withMessageContaining("/rst.SRF");
  }

  private HttpAnswer answer(String target) {
    return routes
        .answer(new HttpRequest("GET", target, List.of(), Buffer.buffer(), "192.0.2.1"))
        .result();
  }

  private static Page page(String name) {
    return Page.always(HttpAnswer.of(Status.OK).with("Page", name));
  }
}
