"""Charts: plain values, and the one painter of screen, report and pictures."""
