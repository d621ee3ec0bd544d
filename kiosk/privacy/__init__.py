"""What visitors are told and asked before the camera looks at them."""
