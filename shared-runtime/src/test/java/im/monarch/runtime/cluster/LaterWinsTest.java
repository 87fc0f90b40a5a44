package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.spi.merge.MergingValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterWinsTest {

  private final LaterWins policy = new LaterWins();

  /** An entry of one part of the cluster; none if the text is null. */
  private record Entry(String text) implements MergingValue<String> {

    @Override
    public String getDeserializedValue() {
      return text;
    }

    @Override
    public Object getRawValue() {
      return text;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2 0 small, 1 9 large, 2 0 small",
    "1 9 small, 2 0 large, 2 0 large",
    "1 10 small, 1 9 large, 1 10 small",
    "1 9 small, 1 9 large, 1 9 large"
  })
  void theLaterMomentWinsWhicheverPartKnowsIt(String merging, String existing, String kept) {
    assertThat(policy.merge(new Entry(merging), new Entry(existing))).isEqualTo(kept);
  }

  @Test
  void whatOnlyTheSmallerPartKnowsIsKept() {
    assertThat(policy.merge(new Entry("1 1 small"), null)).isEqualTo("1 1 small");
    assertThat(policy.merge(new Entry("1 1 small"), new Entry(null))).isEqualTo("1 1 small");
  }
}
