"""Where frames come from: a camera, a clip, the demo visitor."""
